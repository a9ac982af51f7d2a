// What is set on a bench, in one file: each further one would be one more name in the page that fetches it.
export { EmptySeat } from './EmptySeat.tsx';
export { OtherRoom } from './OtherRoom.tsx';
export { PresenceNote } from './PresenceNote.tsx';
export { Settings } from './Settings.tsx';
export { TimeControls } from './TimeControls.tsx';
