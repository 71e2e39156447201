import type { Settings, Theme } from "../../lib/settings/settings.ts";
import { text } from "../../lib/texts/text.ts";
import { Chooser } from "./Chooser.tsx";
import { Switch } from "./Switch.tsx";

interface AppearanceSectionProps {
  /** Absent until they have been read. */
  settings: Settings | undefined;
  onChange: (changed: Partial<Settings>) => void;
}

/** How things look: the theme of our pages, whether figures are shown, and a number on the button. */
export function AppearanceSection({ settings, onChange }: AppearanceSectionProps) {
  const themes: { value: Theme; words: string }[] = [
    { value: "system", words: text("optionsThemeSystem") },
    { value: "light", words: text("optionsThemeLight") },
    { value: "dark", words: text("optionsThemeDark") },
  ];
  return (
    <section aria-labelledby="looks">
      <h2 id="looks">{text("optionsLooks")}</h2>
      <Chooser
        label={text("optionsTheme")}
        hint={text("optionsThemeHint")}
        value={settings?.theme}
        options={themes}
        onChoose={(theme) => onChange({ theme })}
      />
      <Switch
        label={text("optionsHideFigures")}
        hint={text("optionsHideFiguresHint")}
        on={settings?.hideFigures}
        onSwitch={(hideFigures) => onChange({ hideFigures })}
      />
      <Switch
        label={text("optionsToolbarNumber")}
        hint={text("optionsToolbarNumberHint")}
        on={settings?.toolbarNumber}
        onSwitch={(toolbarNumber) => onChange({ toolbarNumber })}
      />
      {settings?.toolbarNumber && (
        <Switch
          label={text("optionsToolbarNumberMine")}
          hint={text("optionsToolbarNumberMineHint")}
          on={settings.toolbarNumberMine}
          onSwitch={(toolbarNumberMine) => onChange({ toolbarNumberMine })}
        />
      )}
      <Switch
        label={text("optionsToolbarDot")}
        hint={text("optionsToolbarDotHint")}
        on={settings?.toolbarDot}
        onSwitch={(toolbarDot) => onChange({ toolbarDot })}
      />
    </section>
  );
}
