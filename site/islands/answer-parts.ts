// What stands around an answer once there is one, in one file, like the others of this kind.
export { AnswerTrouble } from './AnswerTrouble.tsx';
export { Outcome } from './Outcome.tsx';
export { Pieces } from './Pieces.tsx';
export { Versions } from './Versions.tsx';
