import action from '../../case-types/schema/action.schema.json' with { type: 'json' };
import automation from '../../case-types/schema/automation.schema.json' with { type: 'json' };
import caseFacts from '../../case-types/schema/case-facts.schema.json' with { type: 'json' };
import caseType from '../../case-types/schema/case-type.schema.json' with { type: 'json' };
import caseTypeDocument from '../../case-types/schema/case-type-document.schema.json' with { type: 'json' };
import common from '../../case-types/schema/common.schema.json' with { type: 'json' };
import condition from '../../case-types/schema/condition.schema.json' with { type: 'json' };
import decisionTable from '../../case-types/schema/decision-table.schema.json' with { type: 'json' };
import flow from '../../case-types/schema/flow.schema.json' with { type: 'json' };
import form from '../../case-types/schema/form.schema.json' with { type: 'json' };
import formSchema from '../../case-types/schema/form-schema.schema.json' with { type: 'json' };
import layout from '../../case-types/schema/layout.schema.json' with { type: 'json' };
import scenario from '../../case-types/schema/scenario.schema.json' with { type: 'json' };
import texts from '../../case-types/schema/texts.schema.json' with { type: 'json' };
import ui from '../../case-types/schema/ui.schema.json' with { type: 'json' };
import value from '../../case-types/schema/value.schema.json' with { type: 'json' };

/** The JSON Schemas of the format, as they are published. */
export const FORMAT_SCHEMAS = [
  action,
  automation,
  caseFacts,
  caseType,
  caseTypeDocument,
  common,
  condition,
  decisionTable,
  flow,
  form,
  formSchema,
  layout,
  scenario,
  texts,
  ui,
  value
];
