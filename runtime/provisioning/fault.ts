/** What SCIM says no to (RFC 7644, 3.12). `detail` is for whoever sets up the other system, and holds no personal data. */
export interface ScimFault {
  readonly status: 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415;
  readonly scimType?:
    'invalidFilter' | 'uniqueness' | 'mutability' | 'invalidSyntax' | 'invalidPath' | 'noTarget' | 'invalidValue';
  readonly detail: string;
}

export const fault = (status: ScimFault['status'], detail: string, scimType?: ScimFault['scimType']): ScimFault => ({
  status,
  detail,
  ...(scimType && { scimType })
});

export const isFault = (outcome: object): outcome is ScimFault => 'detail' in outcome && 'status' in outcome;
