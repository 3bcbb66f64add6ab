// The side of modele-social: what it can say of a stop is the daily allowance,
// from the fourth day; it has no calendar.
import Engine from 'publicodes'
import regles from 'modele-social'

const ARRET = 'protection sociale . maladie . arrêt maladie'

export function ouvrir() {
  const muet = () => {}
  const moteur = new Engine(regles, { logger: { log: muet, warn: muet, error: muet } })
  return { ij: (c) => ij(moteur, c), smic: (c) => smic(moteur, c) }
}

function situation(c) {
  const date = c.debut.split('-').reverse().join('/')
  if (c.genre === 'salarie') {
    return { date, dirigeant: 'non', 'entreprise . catégorie juridique': "''", 'salarié . contrat . salaire brut': `${c.montant} €/mois` }
  }
  const liberale = c.genre === 'cnavpl'
  return {
    date,
    'entreprise . catégorie juridique': "'EI'",
    'entreprise . catégorie juridique . EI . auto-entrepreneur': 'non',
    'entreprise . activité . nature': liberale ? "'libérale'" : "'commerciale'",
    ...(liberale ? { 'entreprise . activité . nature . libérale . réglementée': 'oui' } : {}),
    'dirigeant . indépendant . cotisations et contributions . indemnités journalières maladie . assiette': `${c.montant} €/an`,
  }
}

function ij(moteur, c) {
  moteur.setSituation(situation(c))
  const regle = c.genre === 'salarie' ? `${ARRET} . salarié . indemnités` : `${ARRET} . indépendant . indemnités`
  return moteur.evaluate(regle).nodeValue ?? 0
}

// smic is the monthly SMIC that the model takes for the case.
function smic(moteur, c) {
  moteur.setSituation(situation(c))
  return moteur.evaluate({ valeur: 'SMIC', unité: '€/mois' }).nodeValue
}
