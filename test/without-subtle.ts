// Takes `crypto.subtle` away, as a browser does on a class's plain http:// address. To be imported before what shall miss it.
Object.defineProperty(crypto, 'subtle', { value: undefined });
