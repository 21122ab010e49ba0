// The main job, told as a story: starts the embedded emulator and lets a support engineer's day run against it.
import { runInEmulator } from './in-emulator.mjs';

runInEmulator(new URL('demo-story.mjs', import.meta.url));
