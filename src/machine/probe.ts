/** What is asked of a computer about itself. Injected, so that tests can be any machine. */

export interface MachineProbe {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly hostname: string;
  /** Model of the first processor; null where the system does not tell. */
  readonly processor: string | null;
  /** Hardware addresses of the network cards, connected or not where that can be told; lower case with colons. */
  cards(): Promise<readonly string[]>;
  /** The text of a file; null when it is missing or may not be read. */
  read(path: string): Promise<string | null>;
  /** What a program prints on standard output; null when it is missing, fails, or takes longer than 3 seconds. */
  run(file: string, args: readonly string[]): Promise<string | null>;
}
