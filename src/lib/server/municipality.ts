/** The municipality that this installation serves. */
export interface Municipality {
  readonly name: string;
  readonly shortName: string;
  /** Where a fault in security or accessibility is reported. */
  readonly contact: string;
  readonly demo: boolean;
}

const environment = process.env;

/** From the environment; the demo municipality when nothing is set. */
export const municipality: Municipality = {
  name: environment['SMEDJA_MUNICIPALITY'] ?? 'Lindsjö kommun',
  shortName: environment['SMEDJA_MUNICIPALITY_SHORT'] ?? 'Lindsjö',
  contact: environment['SMEDJA_CONTACT'] ?? 'kontakt@lindsjo.example',
  demo: environment['NODE_ENV'] !== 'production' || environment['SMEDJA_DEMO'] === '1'
};
