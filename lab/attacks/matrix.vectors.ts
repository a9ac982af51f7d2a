// What each attack must come to at each stage: the test runs them all, and the workbook's own matrix is held against it.
// The dictionary succeeds where it has the time: a page that stops it earlier says "out of time", and nothing else may differ.

export const EXPECTED = `
attack                           plaintext         hazmat            fernet            fernet-ttl        aead
eavesdrop                        succeeds          gets nothing      gets nothing      gets nothing      gets nothing
lengths                          succeeds          succeeds          succeeds          succeeds          succeeds
keystream reuse, reading         gets nothing      succeeds          gets nothing      gets nothing      succeeds
padding oracle                   gets nothing      succeeds          refused: hmac     refused: hmac     refused: tag
generator foretold               gets nothing      succeeds          succeeds          succeeds          succeeds
dictionary                       gets nothing      succeeds          succeeds          succeeds          succeeds
bit flip                         succeeds          succeeds          refused: hmac     refused: hmac     refused: tag
keystream known, writing         gets nothing      succeeds          refused: hmac     refused: hmac     refused: tag
log forging                      succeeds          gets nothing      gets nothing      gets nothing      gets nothing
replay at once                   succeeds          succeeds          succeeds          succeeds          refused: counter
replay after 40 s                succeeds          succeeds          succeeds          refused: age      refused: counter
replay after 40 s, clock ahead   succeeds          succeeds          succeeds          succeeds          refused: counter
replay, memory lost              succeeds          succeeds          succeeds          succeeds          succeeds
reflect                          succeeds          succeeds          succeeds          succeeds          refused: tag
relabel                          succeeds          succeeds          succeeds          succeeds          refused: tag
reorder                          succeeds          succeeds          succeeds          succeeds          refused: counter
delay of 20 s                    succeeds          succeeds          succeeds          succeeds          succeeds
delay of 40 s                    succeeds          succeeds          succeeds          refused: age      succeeds
drop                             succeeds          succeeds          succeeds          succeeds          succeeds
`;
