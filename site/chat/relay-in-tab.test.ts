// The relay's contract, kept by the very code that runs inside a page, in a real browser's tab.
import { malloryContract } from '../../test/mallory-contract.ts';
import { relayContract } from '../../test/relay-contract.ts';
import { startInPage } from '../../test/relay-in-page.ts';

relayContract('in a tab', startInPage);
malloryContract('in a tab', startInPage);
