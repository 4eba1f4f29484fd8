/** What a failure says and what mends it; both are functions of its plain parameters. */
export interface Entry<P> {
  readonly message: (p: P) => string;
  readonly remedy: (p: P) => string;
}
