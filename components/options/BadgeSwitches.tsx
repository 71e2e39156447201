import type { Settings } from "../../lib/settings/settings.ts";
import { text } from "../../lib/texts/text.ts";
import { Switch } from "./Switch.tsx";

interface BadgeSwitchesProps {
  /** Absent until they have been read. */
  settings: Settings | undefined;
  onChange: (changed: Partial<Settings>) => void;
}

/** On which of arXiv's pages badges appear. */
export function BadgeSwitches({ settings, onChange }: BadgeSwitchesProps) {
  return (
    <section aria-labelledby="badges">
      <h2 id="badges">{text("optionsBadges")}</h2>
      <Switch
        label={text("optionsAbstractBadges")}
        hint={text("optionsAbstractBadgesHint")}
        on={settings?.abstractBadges}
        onSwitch={(abstractBadges) => onChange({ abstractBadges })}
      />
      <Switch
        label={text("optionsListBadges")}
        hint={text("optionsListBadgesHint")}
        on={settings?.listBadges}
        onSwitch={(listBadges) => onChange({ listBadges })}
      />
    </section>
  );
}
