/** Where the control path is, and the header that a web page cannot send across origins. */
export const CONTROL_PREFIX = '/_emulator';
export const CONTROL_HEADER = 'x-licensectl-emulator';
