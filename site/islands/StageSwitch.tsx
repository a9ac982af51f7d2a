// The switch between the stages of protection.
import { stageNames } from '#lab/stages.ts';
import { useBench } from './bench-context.ts';

export function StageSwitch() {
  const { bench, t, usable } = useBench();
  return (
    <fieldset class="stages">
      <legend class="unseen">{t('bench.stages')}</legend>
      {stageNames.map((name) => (
        <label key={name} class="stage">
          <input
            type="radio"
            class="unseen"
            name="stage"
            value={name}
            checked={bench.stage.value === name}
            disabled={!usable}
            onChange={() => bench.setStage(name)}
          />
          <span class="stage-name">{t(`stage.${name}`)}</span>
          <small>{t(`stage.${name}.adds`)}</small>
        </label>
      ))}
    </fieldset>
  );
}
