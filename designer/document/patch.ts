export { applyPatches, editOf, inverseOf, sameJson } from '#runtime/edit/patch.ts';
