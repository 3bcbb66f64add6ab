// The cases that both sides can state: one wage that never changed, or one
// income of an independent that never changed, and a stop of thirty days.

const jour = (d) => d.toISOString().slice(0, 10)
const plus = (d, mois) => new Date(Date.UTC(d.getUTCFullYear(), d.getUTCMonth() + mois, 1))
const euros = (n) => n.toFixed(2)

const debuts = [
  '2024-03-15', '2024-11-15', '2025-01-15', '2025-03-15', '2025-03-31', '2025-04-01', '2025-04-15', '2025-05-01', '2025-05-15',
  '2025-11-15', '2026-01-15', '2026-02-01', '2026-03-15',
]
const bruts = [250, 500, 1000, 1500, 1767, 1801.8, 1823.03, 1900, 2000, 2034, 2200, 2500, 2552.25, 2600, 3000, 3243.24, 3300, 5000, 9000]
const revenus = [1000, 3000, 4200, 4500, 5000, 10000, 15000, 18000, 19500, 25000, 30000, 40000, 46000, 47500, 60000, 100000, 145000, 300000]

// salaries are stopped from full-time work: 151.67 hours for each month's wage,
// or the share of it that the wage pays at the SMIC.
function salarie(debut, brut) {
  const d = new Date(debut)
  const heures = Math.min(151.67, brut / 11.65)
  const salaires = [4, 3, 2, 1].map((k) => ({ du: jour(plus(d, -k)), au: jour(new Date(plus(d, 1 - k) - 864e5)), brut: euros(brut), heures: euros(heures) }))
  return { genre: 'salarie', debut, montant: brut, activite: { id: 'E1', nature: 'salarie', contrat: 'cdi', debut: '2015-01-01', paie: 'mensuelle', salaires } }
}

function independant(debut, montant, statut) {
  const y = Number(debut.slice(0, 4))
  const revenus = [y - 3, y - 2, y - 1].map((annee) => ({ annee, montant: euros(montant), part_cotisations_payees: '100.00' }))
  return { genre: statut, debut, montant, activite: { id: 'T1', nature: 'independant', statut_tns: statut, debut: '2010-01-01', revenus } }
}

function accord(c, i) {
  const fin = jour(new Date(Date.parse(c.debut) + 29 * 864e5))
  return {
    schema: 'accord/cas/1', id: String(i), connu_au: '2026-11-23', options: { jours: false, explication: false },
    assure: { naissance: '1985-03-02', territoire: 'metropole', affilie_depuis: '2010-01-01', taux_pas: '0.00' },
    activites: [c.activite],
    arrets: [{ id: 'A1', risque: 'maladie', nature: 'initial', debut: c.debut, fin, canal: 'electronique', prescrit_le: c.debut, prescripteur: 'medecin_traitant', teleconsultation: false, hospitalise: false }],
  }
}

export function tousLesCas() {
  const cas = []
  for (const debut of debuts) {
    for (const b of bruts) cas.push(salarie(debut, b))
    for (const r of revenus) for (const s of ['artisan_commercant', 'cnavpl']) cas.push(independant(debut, r, s))
  }
  return cas.map((c, i) => ({ ...c, accord: accord(c, i) }))
}
