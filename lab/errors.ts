// The one error of a refused token.

/** A token that was refused. It holds no reason: what it does not hold, it cannot leak. */
export class InvalidToken extends Error {
  override name = 'InvalidToken';
  constructor() {
    super('invalid token');
  }
}
