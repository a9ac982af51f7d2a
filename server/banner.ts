// What the terminal says when the server has started, in French: to the student, to the teacher, about everybody's data.
import { renderANSI, renderUnicodeCompact } from 'uqr';
import type { OpenedLesson } from './class/open-lesson.ts';
import type { Config } from './config.ts';

const OVER_HTTP = `
    Sans TLS          quiconque écoute ce réseau lit ce qui circule en clair.`;

const notice = (tls: boolean, retentionDays: number) => `  À dire à la classe avant de commencer
    Qui et pourquoi   votre enseignant, avec ce relais, sur cette machine, pour le temps du TP.
    Le relais voit    tout ce que les pages lui envoient : il le lit, l’inscrit dans son journal,
                      et peut le modifier. C’est le sujet du TP.
    Au tableau        le journal, si l’enseignant le projette, sans les pseudonymes.
    Combien de temps  les messages et le journal restent en mémoire et disparaissent à l’arrêt ;
                      pseudonymes, votes et copies remises sont effacés ${retentionDays} ${retentionDays < 2 ? 'jour' : 'jours'} après la séance.
    Le relais ignore  qui vous êtes, sans compte ni nom : n’écrivez pas le vôtre dans les messages.${tls ? '' : OVER_HTTP}
    Ne tapez jamais un vrai mot de passe.`;

function sealedNote(passphrase: string | undefined): string {
  if (passphrase === undefined) return '';
  return `
  Pour vous seul : la phrase de passe des réponses
    ${passphrase}
`;
}

const MOST_OTHERS = 5;

function othersNote(others: readonly string[]): string {
  if (others.length === 0) return '';
  const names = others.slice(0, MOST_OTHERS).map((name) => `« ${name} »`);
  return `  Gardées aussi, chacune sous son nom (--lesson) : ${names.join(', ')}${others.length > MOST_OTHERS ? ', …' : ''}
`;
}

const listed = (urls: readonly string[]) => urls.map((url) => `    ${url}`).join('\n');

/**
 * @param urls - every address of the workbook
 * @param passphrase - opens the sealed answers; undefined where they are not sealed
 */
export function startBanner(urls: readonly string[], passphrase: string | undefined): string {
  return `
  Le TP « chat chiffré » est ouvert sur cette machine${urls.length > 1 ? ' et sur son réseau' : ''} :

${listed(urls)}
${sealedNote(passphrase)}
  Ctrl + C pour arrêter.
`;
}

/**
 * @param urls - every address of the workbook, the best one for others first, the best one for this machine last
 * @param passphrase - opens the sealed answers; undefined where they are not sealed
 * @param colours - whether the terminal knows them: then the code is dark on light whatever its theme
 */
export function classBanner(
  urls: readonly string[],
  { dataFolder, answers, tls, retentionDays }: Config,
  { lesson, resumed, others }: OpenedLesson,
  passphrase: string | undefined,
  colours: boolean,
): string {
  const [first = ''] = urls;
  const own = urls.at(-1) ?? first;
  const join = `${first}classe/#code=${lesson.joinCode}`;
  const draw = colours ? renderANSI : renderUnicodeCompact;
  const code = draw(join, { border: 2 }).replace(/^/gm, '    ');
  const seats = lesson.roster.seats.size;
  const back = `reprise avec ${seats === 1 ? '1 place' : `${seats} places`}`;
  const over = 'terminée : votre console lit, exporte et efface ; --lesson "AUTRE NOM" en commence une autre';
  const state = resumed ? `, ${lesson.ended ? over : back}` : '';
  return `
  TP chat chiffré, pour la classe
  Séance « ${lesson.terms.name} »${state}
${othersNote(others)}
${listed(urls)}

${code}
    Pour entrer          ${join}
    ou, à la main        ${first}classe/   code ${spelled(lesson.joinCode)}

  Pour vous seul : ne projetez pas ce terminal, votre console affiche le code en grand
    votre console        ${own}prof/#cle=${lesson.teacherSecret}
    le projecteur        ${own}journal/#cle=${lesson.projectorSecret}
${sealedNote(passphrase)}
${notice(tls !== undefined, retentionDays)}

  Réponses modèles : ${{ open: 'ouvertes', sealed: 'scellées', none: 'absentes' }[answers]}. Données du serveur : ${dataFolder}
  Ctrl + C pour arrêter ; la même commande reprend la séance.
`;
}

/** A code in groups of three, as one reads it aloud. */
const spelled = (code: string) => code.replace(/(...)(?=.)/g, '$1-');
