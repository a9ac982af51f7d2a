// The types of what Astro and Vite add to imports.
/// <reference types="astro/client" />
