/** Tells those who hear the page what has happened. */
export class Announcer {
  text = $state('');

  /** The same twice in a row is said twice. */
  say(text: string): void {
    this.text = text === this.text ? `${text}\u00a0` : text;
  }
}
