export { follow, locate, nameOf, pathOf, valueAt, type Place } from '#runtime/edit/path.ts';
