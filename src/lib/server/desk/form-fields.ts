/** The text fields of a posted form, the last of each name. */
export const formFields = async (request: Request): Promise<ReadonlyMap<string, string>> =>
  new Map(
    [...(await request.formData())].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : []
    )
  );
