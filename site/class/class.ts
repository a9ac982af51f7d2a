// The class as one student's page knows it: the seat, the room, and what the teacher has said.
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ClassRefusalCode } from '#server/class/class-error.ts';
import type { ClassEnvelope, ClassState, Join, RoomState, VoteState } from '#server/class/wire.ts';
import type { RefusalCode } from '#server/refusal.ts';
import type { Connect } from '../chat/link.ts';
import type { RelayChoice } from '../chat/relay-choice.ts';
import { type ClassNews, type ClassSocket, classSocket } from './class-socket.ts';
import type { OwnSeat, SeatShelf } from './own-seat.ts';
import { type Shown, StatusTeller } from './status-teller.ts';

/** How the line to the class is: not asked for, on its way, up, lost and tried again, or over for good. */
export type Line = 'none' | 'connecting' | 'up' | 'lost' | 'over';

/** A choice that waits for the line. */
interface UnsaidVote {
  readonly question: number;
  /** how many rounds there were */
  readonly round: number;
  readonly option: number;
}

interface ClassWorld {
  readonly connect: Connect;
  readonly shelf: SeatShelf;
  later(milliseconds: number, run: () => void): void;
}

export class OwnClass {
  readonly seat: Signal<OwnSeat | undefined>;
  /** false where the browser forgets the seat when this page goes */
  readonly kept: Signal<boolean> = signal(true);
  readonly state: Signal<ClassState | undefined> = signal();
  readonly room: Signal<RoomState | undefined> = signal();
  readonly line: Signal<Line> = signal('none');
  /** why the class has not let this student in, or lets him in no more */
  readonly refusal: Signal<RefusalCode | ClassRefusalCode | undefined> = signal();
  readonly wantsHelp: Signal<boolean> = signal(false);
  /** what was pressed while the line was down: the class hears it as soon as it is up */
  readonly unsaidHelp: Signal<boolean | undefined> = signal();
  readonly unsaidVote: Signal<UnsaidVote | undefined> = signal();
  /** whether this tab keeps to the relay in the page for a while */
  readonly alone: Signal<boolean> = signal(false);
  /** when the note was written that has been read; 0 for none */
  readonly noteRead: Signal<number> = signal(0);
  /** where this page's conversation belongs; undefined until the class has answered */
  readonly home: ReadonlySignal<RelayChoice | undefined>;
  readonly #world: ClassWorld;
  readonly #status: StatusTeller;
  #asked: Join | undefined;
  #socket: ClassSocket | undefined;

  constructor(world: ClassWorld) {
    this.#world = world;
    this.seat = signal(world.shelf.read());
    this.#status = new StatusTeller((shown) => this.#say({ type: 'status', ...shown }), world.later);
    this.home = computed(() => this.#homeNow());
    if (this.seat.value) this.#reach();
  }

  /** Asks for a seat. What comes of it shows in `seat` or in `refusal`. */
  join(code: string, pseudonym: string): void {
    this.#asked = { type: 'join', code, pseudonym };
    this.refusal.value = undefined;
    if (!this.#socket || this.line.value === 'over') this.#reach();
    else this.#say(this.#asked);
  }

  /** Comes back to a seat from another browser, or another address. */
  comeBack(pass: string): void {
    this.#asked = { type: 'join', pass };
    this.refusal.value = undefined;
    if (!this.#socket || this.line.value === 'over') this.#reach();
    else this.#say(this.#asked);
  }

  show(shown: Shown): void {
    this.#status.show(shown);
  }

  help(wanted: boolean): void {
    const isSaid = this.#say({ type: 'help', wanted });
    if (isSaid) this.wantsHelp.value = wanted;
    this.unsaidHelp.value = isSaid ? undefined : wanted;
  }

  vote(option: number): void {
    const vote = this.state.value?.vote;
    const isSaid = this.#say({ type: 'vote', option });
    this.unsaidVote.value =
      isSaid || !vote ? undefined : { question: vote.question, round: vote.rounds.length, option };
  }

  /** Says whether the server may keep the notebook; what it has kept goes when not, see `accompany`. */
  allowNotebook(notebook: boolean): void {
    const seat = this.seat.value;
    if (!seat) return;
    const notebookGoes = !notebook && (seat.notebook === true || seat.notebookGoes === true);
    this.#sit({ ...seat, notebook, notebookGoes });
  }

  /** The server has no copy of the notebook any more. */
  notebookGone(): void {
    if (this.seat.value) this.#sit({ ...this.seat.value, notebookGoes: false });
  }

  /** Somebody looks at this page again, to which the class had ceased to speak for newer ones. */
  comeForward(): void {
    if (this.line.value !== 'over' || !this.seat.value) return;
    this.wantsHelp.value = false; // a newer page may have taken the call back, and the class knows
    this.#reach();
  }

  /** Another tab has joined, or has given the seat up. */
  lookAgain(): void {
    const seat = this.#world.shelf.read();
    if (seat?.pass === this.seat.value?.pass) this.seat.value = seat;
    else if (!seat) this.standUp();
    else {
      this.#forgetPressed();
      this.seat.value = seat;
      this.#reach();
    }
  }

  /** Gives the seat up here; the class itself forgets it only when it is told to. */
  standUp(): void {
    this.#world.shelf.forget();
    this.#hangUp();
    this.#forgetPressed();
    this.room.value = undefined;
    this.seat.value = undefined;
  }

  /** Whoever sits here next has called nobody, and chosen nothing. */
  #forgetPressed(): void {
    this.wantsHelp.value = false;
    this.unsaidHelp.value = undefined;
    this.unsaidVote.value = undefined;
  }

  #hangUp(): void {
    this.#socket?.close();
    this.#socket = undefined;
    this.#asked = undefined;
    this.line.value = 'none';
  }

  #homeNow(): RelayChoice | undefined {
    const seat = this.seat.value;
    const room = this.room.value;
    if (!seat || this.alone.value || this.state.value?.ended) return { kind: 'page' };
    return room && { kind: 'socket', class: true, room: room.room, peer: room.chair, pass: seat.pass };
  }

  #sit(seat: OwnSeat): void {
    this.kept.value = this.#world.shelf.keep(seat);
    this.seat.value = seat;
  }

  #say(envelope: ClassEnvelope): boolean {
    return this.#socket?.say(envelope) ?? false;
  }

  /** @param called - whether the class knows of a call */
  #sayUnsaid(vote: VoteState | undefined, called: boolean): void {
    // A call outlives the page that made it, and this page the server that heard it.
    const wanted = this.unsaidHelp.value ?? (this.wantsHelp.value || called);
    if (wanted !== called) this.#say({ type: 'help', wanted });
    this.wantsHelp.value = wanted;
    this.unsaidHelp.value = undefined;
    const chosen = this.unsaidVote.value;
    this.unsaidVote.value = undefined;
    const isOpen = vote?.rounds.at(-1)?.tally === undefined;
    if (chosen && isOpen && vote?.question === chosen.question && vote.rounds.length === chosen.round)
      this.vote(chosen.option);
  }

  #reach(): void {
    this.#socket?.close();
    this.line.value = 'connecting';
    const socket = classSocket(this.#world.connect, () => this.#introduction(), {
      hear: (news) => this.#hear(news),
      lost: (_, again) => {
        if (this.#socket === socket) this.line.value = again ? 'lost' : 'over';
      },
    });
    this.#socket = socket;
  }

  #introduction(): Join {
    const pass = this.seat.value?.pass;
    return pass === undefined && this.#asked ? this.#asked : { type: 'join', pass: pass ?? '' };
  }

  #hear(news: ClassNews): void {
    switch (news.type) {
      case 'seated':
        this.#asked = undefined;
        this.#sit({ ...this.seat.value, seat: news.seat, pseudonym: news.pseudonym, pass: news.pass });
        break;
      case 'class':
        this.state.value = news.class;
        this.room.value = news.room;
        if (this.line.value === 'up') {
          this.wantsHelp.value = news.room.wantsHelp;
          break;
        }
        this.line.value = 'up';
        this.refusal.value = undefined;
        this.#sayUnsaid(news.class.vote, news.room.wantsHelp);
        this.#status.again();
        break;
      case 'refused':
        this.refusal.value = news.code;
        // The lesson was erased, or the seat: nobody will ever sit there again.
        if (news.code === 'BAD_CODE' || news.code === 'NO_SUCH_SEAT') this.standUp();
        // Whoever has no seat asks again when a person says so, and not whenever the line comes back.
        else if (!this.seat.value) this.#hangUp();
    }
  }
}
