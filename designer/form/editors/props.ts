import type { ElementInfo } from '../../document/elements.ts';
import type { Setting, SettingName } from '../settings.ts';

/** What each editor of a setting is given. It reads and writes the draft itself. */
export interface EditorProps {
  readonly element: ElementInfo;
  readonly name: SettingName;
  readonly setting: Setting;
}
