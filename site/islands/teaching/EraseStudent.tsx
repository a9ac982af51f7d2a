// Erases one student: the seat, the sheets, and the notebook that is kept here.
import { useState } from 'preact/hooks';
import { Confirm } from './Confirm.tsx';
import { useDesk } from './desk-context.ts';

export function EraseStudent() {
  const { t, overview, handIns } = useDesk();
  const [chosen, setChosen] = useState('');
  const [erased, setErased] = useState('');
  const seats = overview.rooms
    .flatMap((room) => room.seats)
    .sort((a, b) => a.pseudonym.localeCompare(b.pseudonym));
  const seat = seats.find(({ id }) => id === chosen) ?? seats[0];
  const erase = async (id: string, name: string) => {
    if (await handIns.eraseSeat(id)) setErased(name);
  };
  return (
    <div class="desk-acts">
      {seat && (
        <>
          <label class="desk-field">
            {t('sheets.erase')}
            <select value={seat.id} onChange={({ currentTarget }) => setChosen(currentTarget.value)}>
              {seats.map(({ id, pseudonym }) => (
                <option key={id} value={id}>
                  {pseudonym}
                </option>
              ))}
            </select>
          </label>
          <Confirm
            label={t('sheets.erase.do')}
            title={t('sheets.erase.title', { name: seat.pseudonym })}
            text={t('sheets.erase.text')}
            sure={t('sheets.erase.sure', { name: seat.pseudonym })}
            onSure={() => void erase(seat.id, seat.pseudonym)}
          />
        </>
      )}
      <p role="status">{erased && t('sheets.erase.done', { name: erased })}</p>
    </div>
  );
}
