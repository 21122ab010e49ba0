/** Our codes for what is told beside an answer: the call went through. */
import { codesOf, type OwnCodes } from './code-entry.js';

export const WARNING_CODES: OwnCodes = codesOf('warning', [
  [
    'seat_borrowed',
    'The seat is borrowed: it is held until a date, whether or not the device renews it.',
    'To give it back before: licensectl seat release KEY',
    'The device may work without a network until then.',
  ],
  [
    'file_holds_password',
    'The request file holds the password of the user, for anybody who gets it to read.',
    'Send it by a safe way only.',
    'Whoever has the file has the password.',
  ],
  [
    'codes_not_named',
    'The codes are made, and the server does not name them.',
    'To see them: licensectl codes list --product ID',
  ],
  ['more_rows', 'The list goes on behind what is shown.', 'Use --all, or --limit N.'],
  [
    'seat_taken',
    'Looking at a floating licence took a seat.',
    'To give it back: licensectl seat release KEY',
    'The device holds a seat until it is given back or lapses.',
  ],
  [
    'seat_not_released',
    'The seat could not be given back.',
    'It lapses by itself; the message tells when.',
    'The device holds the seat until then.',
  ],
  ['id_unknown', 'The thing is made, and its id could not be looked up.', 'Look for it by its name.'],
  ['fewer_codes', 'Fewer codes came than were asked for.', 'licensectl codes list tells what there is.'],
  [
    'no_certificate',
    'The server reports success and sent neither certificate nor code.',
    'Look in the administration of the vendor.',
  ],
  [
    'activation_unconfirmed',
    'The farm accepted the activation, and the licence did not show in time.',
    'To look again: licensectl show',
    'It will probably show in a minute.',
  ],
  [
    'deactivation_unconfirmed',
    'The farm accepted the deactivation, and the licence still shows.',
    'To look again: licensectl show',
    'It will probably be gone in a minute.',
  ],
  ['session_left_open', 'The session with the farm could not be ended.', 'It ends by itself.'],
  [
    'initial_password_hidden',
    'The answer has an initial password, which is shown only where it is asked for.',
    'licensectl customer users EMAIL --product PRODUCT --show-passwords',
  ],
  [
    'hardware_id_unstable',
    'The operating system keeps no id of this machine, so the hardware id changes with its parts.',
    'On Linux systemd-machine-id-setup gives it one that stays.',
    'The licence may have to be activated again.',
  ],
  [
    'hardware_id_shared',
    'This is a container: its hardware id may be that of its image, or new with every start.',
    'Mount /etc/machine-id of the host.',
    'Devices may be counted once for all containers, or once for each start.',
  ],
  ['would_change_codes', 'A dry run: the codes of the profile would change, too.'],
  ['would_deactivate', 'A dry run: so many activations would be taken away.'],
  ['would_delete', 'A dry run: so many things would be deleted.'],
  ['would_clear', 'A dry run: so many activations would be deleted.'],
  ['would_remove', 'A dry run: so many things would be taken away.'],
  ['would_return', 'A dry run: so many activations would be marked as returned.'],
]);
