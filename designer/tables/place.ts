/** A cell of a table; columns are counted through inputs and outputs. */
export interface Place {
  readonly row: number;
  readonly column: number;
}
