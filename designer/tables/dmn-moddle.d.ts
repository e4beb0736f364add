/** What is used of dmn-moddle, which brings no types of its own. */
declare module 'dmn-moddle' {
  export interface ModdleElement {
    readonly $type: string;
    readonly [property: string]: unknown;
  }
  export class DmnModdle {
    create(type: string, properties?: Readonly<Record<string, unknown>>): ModdleElement;
    /** Rejects what is not XML of DMN 1.3. */
    fromXML(xml: string): Promise<{ readonly rootElement: ModdleElement }>;
    toXML(element: ModdleElement, options?: { readonly format?: boolean }): Promise<{ readonly xml: string }>;
  }
}
