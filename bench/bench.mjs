// Measures what the tool promises about speed, as ratios in one run.
import { runInEmulator } from '../scripts/in-emulator.mjs';

runInEmulator(new URL('measure.mjs', import.meta.url));
