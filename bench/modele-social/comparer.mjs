// The same cases computed by Accord and by modele-social, in one run: how they
// differ and why, then how fast each is. Usage: node comparer.mjs ./accord
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { tousLesCas } from './cas.mjs'
import { differe, raisons } from './ecarts.mjs'
import { ouvrir } from './modele.mjs'

const programme = process.argv[2]
if (!programme) {
  console.error('usage : node comparer.mjs CHEMIN_DU_PROGRAMME_ACCORD')
  process.exit(2)
}
const version = (nom) => JSON.parse(readFileSync(new URL(`node_modules/${nom}/package.json`, import.meta.url))).version

function lot(entree) {
  const debut = performance.now()
  const r = spawnSync(programme, ['calculer', '--lot'], { input: entree, maxBuffer: 1 << 30 })
  if (r.status !== 0) throw new Error(`accord : statut ${r.status}, ${r.stderr}`)
  return { sortie: r.stdout.toString(), secondes: (performance.now() - debut) / 1000 }
}

const cas = tousLesCas()
const lignes = cas.map((c) => JSON.stringify(c.accord)).join('\n') + '\n'
const resultats = lot(lignes).sortie.trim().split('\n').map((l) => JSON.parse(l))
const modele = ouvrir()

console.log(`modele-social ${version('modele-social')}, publicodes ${version('publicodes')}, node ${process.version} : ${cas.length} cas`)
const comptes = new Map(raisons.map((r) => [r, []]))
const inexpliques = []
let accords = 0
cas.forEach((c, i) => {
  const a = Number(resultats[i].periodes[0]?.ij ?? 0)
  const m = modele.ij(c)
  if (!differe(a, m)) {
    accords++
    return
  }
  const raison = raisons.find((r) => r.vaut(c, a, m))
  const ecart = `${c.genre}, ${c.montant} € au ${c.debut} : Accord ${a.toFixed(2)}, modele-social ${m.toFixed(4)}`
  if (raison) comptes.get(raison).push(ecart)
  else inexpliques.push(ecart)
})

console.log(`d'accord : ${accords}`)
for (const [r, ecarts] of comptes) {
  console.log(`en désaccord : ${ecarts.length} — ${r.nom} (${r.article}) ; en tort : ${r.tort}\n  ${r.dit}\n  ex. ${ecarts[0] ?? 'aucun'}`)
}
for (const e of inexpliques) console.log(`sans explication : ${e}`)

// Speed: each side does what it does for one case. Accord reads JSON, walks
// thirty days, decides each, levies, and writes JSON, its start included; the
// model gives one daily amount.
const copies = 300
const masse = lignes.repeat(copies)
const secondesAccord = lot(masse).secondes
const debut = performance.now()
let n = 0
while (performance.now() - debut < 5000) modele.ij(cas[n++ % cas.length])
const vitesseModele = n / ((performance.now() - debut) / 1000)
const vitesseAccord = (cas.length * copies) / secondesAccord
console.log(`vitesse : Accord ${Math.round(vitesseAccord)} cas/s (${cas.length * copies} cas, tous les processeurs), modele-social ${vitesseModele.toFixed(0)} cas/s (un seul) ; rapport ${Math.round(vitesseAccord / vitesseModele)}`)
process.exit(inexpliques.length > 0 ? 1 : 0)
