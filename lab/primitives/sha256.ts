// The plain hash: anybody computes it, nothing in it is secret.
export { sha256 } from '@noble/hashes/sha2.js';
