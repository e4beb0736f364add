export * from './organization.ts';
export * from './case-type.ts';
export * from './case.ts';
export * from './handling.ts';
export * from './beslut.ts';
export * from './draft.ts';
export * from './session.ts';
export * from './mail.ts';
