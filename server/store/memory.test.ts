// The store in memory keeps the contract of stores.
import { storeContract } from '../../test/store-contract.ts';
import { MemoryStore } from './memory.ts';

storeContract('in memory', (quotas) => new MemoryStore(quotas));
