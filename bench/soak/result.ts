// What a soak comes to: whether all went well, and its figures.

export interface SoakResult {
  readonly name: string;
  readonly ok: boolean;
  readonly figures: Readonly<Record<string, number | string>>;
}
