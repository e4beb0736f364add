/** What a page's form says of a colleague. */
export const writtenColleague = (fields: ReadonlyMap<string, string>) => ({
  name: fields.get('name') ?? '',
  userName: fields.get('userName') ?? '',
  email: fields.get('email') ?? '',
  title: fields.get('title') ?? ''
});
