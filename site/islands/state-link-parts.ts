// Both ends of a link to a state, in one file: who makes it, and who opens it.
export { LinkedState } from './LinkedState.tsx';
export { ShareState } from './ShareState.tsx';
