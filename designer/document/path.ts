export { follow, locate, nameOf, parentOf, pathOf, pathOfPointer, valueAt, type Place } from '#runtime/edit/path.ts';
