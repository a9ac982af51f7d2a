// What the terminal says when the server has started, in French: to the student, to the teacher, about everybody's data.
import { renderANSI, renderUnicodeCompact } from 'uqr';
import type { Config } from './config.ts';

const OVER_HTTP = `
    Sans TLS          quiconque écoute ce réseau lit ce qui circule en clair.`;

const notice = (tls: boolean) => `  À dire à la classe avant de commencer
    Qui et pourquoi   votre enseignant, avec ce relais, sur cette machine, pour le temps du TP.
    Ce qu’il voit     tout ce que les pages lui envoient : il le lit, l’inscrit dans son journal,
                      et peut le modifier. C’est le sujet du TP.
    Combien de temps  les messages et le journal restent en mémoire et disparaissent à l’arrêt.
    Ce qu’il ignore   il ne demande ni compte ni nom : n’écrivez pas le vôtre dans les messages.${tls ? '' : OVER_HTTP}
    Ne tapez jamais un vrai mot de passe.`;

function sealedNote(passphrase: string | undefined): string {
  if (passphrase === undefined) return '';
  return `
  Pour vous seul : la phrase de passe des réponses
    ${passphrase}
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
 * @param urls - every address of the workbook, the first one for the QR code
 * @param passphrase - opens the sealed answers; undefined where they are not sealed
 * @param colours - whether the terminal knows them: then the code is dark on light whatever its theme
 */
export function classBanner(
  urls: readonly string[],
  { dataFolder, answers, tls }: Config,
  passphrase: string | undefined,
  colours: boolean,
): string {
  const [first = ''] = urls;
  const draw = colours ? renderANSI : renderUnicodeCompact;
  const code = draw(first, { border: 2 }).replace(/^/gm, '    ');
  return `
  TP chat chiffré, pour la classe

${listed(urls)}

${code}
    ${first}
${sealedNote(passphrase)}
${notice(tls !== undefined)}

  Réponses modèles : ${{ open: 'ouvertes', sealed: 'scellées', none: 'absentes' }[answers]}. Données du serveur : ${dataFolder}
  Ctrl + C pour arrêter.
`;
}
