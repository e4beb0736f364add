/** An additional module of bpmn-js, without types of its own. */
declare module 'diagram-js-minimap' {
  const minimap: Readonly<Record<string, ['type', new () => object]>>;
  export default minimap;
}
