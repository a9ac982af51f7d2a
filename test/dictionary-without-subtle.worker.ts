// The dictionary's worker, in a browser that has no PBKDF2 to offer.
import './without-subtle.ts';
import '../site/chat/dictionary.worker.ts';
