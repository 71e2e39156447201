import type { Settings } from "../../lib/settings/settings.ts";
import { number } from "../../lib/texts/format.ts";
import { text } from "../../lib/texts/text.ts";
import { Chooser } from "./Chooser.tsx";
import { Switch } from "./Switch.tsx";

interface BadgeSwitchesProps {
  /** Absent until they have been read. */
  settings: Settings | undefined;
  onChange: (changed: Partial<Settings>) => void;
}

const HEATS = [1, 2, 3, 4, 5];
const heatWords = (heat: number) => {
  if (heat === 1) return text("optionsLeastHeatAll");
  return heat === 5 ? text("optionsLeastHeatMost") : text("optionsLeastHeatBars", number(heat));
};

/** On which of arXiv's pages badges appear, and beside which papers. */
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
      <Switch
        label={text("optionsListControl")}
        hint={text("optionsListControlHint")}
        on={settings?.listControl}
        onSwitch={(listControl) => onChange({ listControl })}
      />
      <Chooser
        label={text("optionsLeastHeat")}
        hint={text("optionsLeastHeatHint")}
        value={settings && `${settings.leastHeat}`}
        options={HEATS.map((heat) => ({ value: `${heat}`, words: heatWords(heat) }))}
        onChoose={(heat) => onChange({ leastHeat: Number(heat) })}
      />
    </section>
  );
}
