// Why the two sides differ, where they do. Each reason says when it applies;
// a disagreement that none explains fails the run.

const SMIC_HORAIRE = [['2024-01-01', 11.65], ['2024-11-01', 11.88], ['2026-01-01', 12.02]]
const PASS = { 2024: 46368, 2025: 47100, 2026: 48060 }

const smicHoraire = (jour) => SMIC_HORAIRE.filter(([du]) => du <= jour).at(-1)[1]
const veilleDuMois = (jour) => new Date(Date.parse(jour.slice(0, 8) + '01') - 864e5).toISOString().slice(0, 10)

export const raisons = [
  {
    nom: 'droit ouvert par 150 heures',
    article: 'R.313-3, 1° b',
    tort: 'modele-social',
    dit: 'Il ne connaît que le seuil de salaire (1 015 SMIC horaires en six mois) ; 150 heures en trois mois ouvrent aussi le droit. Un temps plein au SMIC y est sans indemnité.',
    vaut: (c, accord, modele) => c.genre === 'salarie' && modele === 0 && accord > 0 && c.montant * 6 <= 1015 * smicHoraire(c.debut),
  },
  {
    nom: 'SMIC du dernier jour du mois précédent',
    article: 'R.323-4',
    tort: 'modele-social',
    dit: "Il plafonne au SMIC du jour de l'arrêt ; le texte retient celui du dernier jour du mois civil qui précède l'interruption. Il paie trop le mois où le SMIC monte.",
    vaut: (c, accord, modele) => c.genre === 'salarie' && modele > accord && smicHoraire(veilleDuMois(c.debut)) !== smicHoraire(c.debut),
  },
  {
    nom: 'plafond de 1,4 SMIC le 1er avril 2025',
    article: 'décret 2025-160, article 2',
    tort: 'modele-social',
    dit: "Le plafond s'applique aux arrêts qui débutent à compter du 1er avril 2025 ; il ne l'applique qu'à partir du 2 («date > 04/2025»).",
    vaut: (c, accord, modele) => c.genre === 'salarie' && c.debut === '2025-04-01' && modele > accord,
  },
  {
    nom: 'assiette minimale des indépendants',
    article: 'D.621-3, D.622-8',
    tort: 'aucun : la donnée diffère',
    dit: "Il relève tout revenu à l'assiette minimale de cotisation (40 % du plafond). Accord reçoit le revenu retenu pour la cotisation : qui cotise sur le minimum doit l'y porter ; qui n'y est pas tenu (micro-entrepreneur, dispense) garde le sien, et rien sous 10 % du plafond moyen.",
    vaut: (c, accord, modele) => c.genre !== 'salarie' && c.montant < 0.4 * PASS[c.debut.slice(0, 4)] && Math.abs(modele - (0.4 * PASS[c.debut.slice(0, 4)]) / 730) < 0.01,
  },
]

// differe: the model does not round; the law drops what is beyond the cent.
export const differe = (accord, modele) => modele < accord - 1e-6 || modele >= accord + 0.01 + 1e-6
