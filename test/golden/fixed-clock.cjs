// Loaded into a process before the program: there it is always noon of this day. Timers go on as usual.
const AT = Date.parse('2027-01-15T12:00:00Z');

globalThis.Date = class extends Date {
  constructor(...given) {
    super(...(given.length === 0 ? [AT] : given));
  }

  static now() {
    return AT;
  }
};
