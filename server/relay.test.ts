// The relay's contract, kept over sockets, and without them.
import { relayContract } from '../test/relay-contract.ts';
import { startInPage } from '../test/relay-in-page.ts';
import { startOverSockets } from '../test/relay-over-sockets.ts';

relayContract('in the same process', startInPage);
relayContract('over sockets', startOverSockets);
