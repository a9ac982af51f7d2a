// What the relay must do, and what its malicious twin can, over sockets and without them.
import { malloryContract } from '../test/mallory-contract.ts';
import { relayContract } from '../test/relay-contract.ts';
import { startInPage } from '../test/relay-in-page.ts';
import { startOverSockets } from '../test/relay-over-sockets.ts';

relayContract('in the same process', startInPage);
malloryContract('in the same process', startInPage);
relayContract('over sockets', startOverSockets);
malloryContract('over sockets', startOverSockets);
