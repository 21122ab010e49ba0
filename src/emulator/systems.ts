/** The four emulated systems, loaded when an emulator starts. */
import type { EmulatedSystem } from './system.js';

export async function loadSystems(): Promise<readonly EmulatedSystem[]> {
  const [zentitle, licensespring, babel, parallels] = await Promise.all([
    import('./zentitle/system.js'),
    import('./licensespring/system.js'),
    import('./babel/system.js'),
    import('./parallels/system.js'),
  ]);
  return [
    zentitle.zentitleSystem,
    licensespring.licensespringSystem,
    babel.babelSystem,
    parallels.parallelsSystem,
  ];
}
