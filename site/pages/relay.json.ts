// Says that a static host has no relay; our own server answers this path itself.
import type { APIRoute } from 'astro';

export const GET: APIRoute = () => new Response(JSON.stringify({ relay: null }));
