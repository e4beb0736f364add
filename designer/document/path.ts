export { follow, locate, parentOf, pathOf, pathOfPointer, valueAt, type Place } from '#runtime/edit/path.ts';
