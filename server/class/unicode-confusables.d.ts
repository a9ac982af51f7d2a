// What is used of a package whose own types are in a file that TypeScript does not find.
declare module 'unicode-confusables' {
  /** the skeleton of a text (Unicode Technical Standard 39, section 4) */
  export function rectifyConfusion(text: string): string;
}
