/** Web Locks of one page, as far as they are used: what is held, and taking what is free. */
export class FakeLocks {
  readonly held = new Set<string>();

  async query(): Promise<{ readonly held: readonly { readonly name: string }[] }> {
    return { held: [...this.held].map((name) => ({ name })) };
  }

  async request<T>(
    name: string,
    _options: { readonly ifAvailable: boolean },
    use: (lock: { readonly name: string } | null) => Promise<T>,
  ): Promise<T> {
    if (this.held.has(name)) return use(null);
    this.held.add(name);
    try {
      return await use({ name });
    } finally {
      this.held.delete(name);
    }
  }
}
