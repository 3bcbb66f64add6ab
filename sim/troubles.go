package sim

import (
	"slices"

	"accord/droit"
	v "accord/valeur"
)

// The three tables of troubles, which only people who would otherwise be paid
// without question meet. Rates are in times per thousand of what the table is
// about; there is at least one of each kind wherever it can be put. An arrêt, a
// person or a monthly file carries one trouble at most, so that what the product
// says of it can be told from the rest.
var (
	// per arrêt that begins early enough for the trouble to be seen
	troublesArret = []troubleArret{
		{AvisTardif, 40, toujours, (*arret).retarder},
		{AvisEncoreTardif, 5, apresUnAutre, (*arret).retarderEncore},
		{SignalementTardif, 40, signale, nil},
		{FichierRedonne, 30, signale, nil},
		{AvisRedonne, 30, toujours, nil},
		{SignalementRemplace, 15, (*arret).subroge, func(a *arret) { a.delai04, a.decalage = 1, 1 }},
		{AttestationRectifiee, 15, seulEmploi, func(a *arret) { a.attestation = true }},
		{SalaireContradictoire, 20, seulEmploi, func(a *arret) { a.attestation = true }},
		{DernierJourPrescrit, 15, longEtSeul, nil},
		{PrescriptionsCroisees, 20, courtEtSimple, (*arret).croiser},
		{SansAvis, 15, seulArret, nil},
		{SansSignalement, 30, nonSubroge, nil},
		{SansSalaire, 15, seulTout, (*arret).oublierSalaire},
		{SansRIB, 15, nonSubroge, nil},
		{LignesIllisibles, 10, signale, nil},
		{CleNIRFausse, 10, toujours, nil},
		{IBANFaux, 10, nonSubroge, nil},
		{DateImpossible, 10, toujours, nil},
		{FichierEssai, 10, signale, nil},
	}
	// per monthly file
	troublesMensuelle = []troubleMensuelle{
		{DeclarationTardive, 30, (*mensuelle).peutTarder},
		{DeclarationRemplacee, 15, (*mensuelle).peutCorriger},
		{DeclarationSansPersonne, 10, (*mensuelle).peutCorriger},
		{FichierTronque, 5, (*mensuelle).peutTronquer},
	}
	// per employee, among the others of the declaration
	troublesPassant = []struct {
		genre     Genre
		pourMille int
	}{{NumeroTemporaire, 4}, {AutreRegime, 6}, {NumeroEtranger, 2}}
)

type troubleArret struct {
	genre     Genre
	pourMille int
	convient  func(*arret) bool
	preparer  func(*arret) // what the trouble changes to the arrêt itself; may be nil
}

// margeTrouble is how many days before the end of the period an arrêt must
// begin for its trouble to be played to its end.
const margeTrouble = 35

// ordinaire: the first job opens the right to be paid, and its pays are declared
// since the first month; what is wrong is then the trouble and nothing else.
func (a *arret) ordinaire() bool {
	k := a.salarie.contrats[0]
	return k.quotite >= 50 && k.debut < k.premier && v.P(k.debut, k.fin).Contient(a.debut-1)
}

func toujours(*arret) bool     { return true }
func signale(a *arret) bool    { return len(a.contrats()) > 0 }
func seulArret(a *arret) bool  { return signale(a) && len(a.salarie.arrets) == 1 }
func seulTout(a *arret) bool   { return seulArret(a) && seulEmploi(a) }
func nonSubroge(a *arret) bool { return seulArret(a) && !a.subroge() }
func longEtSeul(a *arret) bool { return seulEmploi(a) && a.prescriptions[0].periode.Jours() > 6 }
func courtEtSimple(a *arret) bool {
	return len(a.prescriptions) == 1 && a.reprise == 0 && a.prescriptions[0].periode.Jours() > 6 && len(a.salarie.arrets) == 1
}

// seulEmploi: one job only.
func seulEmploi(a *arret) bool {
	ks := a.contrats()
	return len(a.salarie.contrats) == 1 && len(ks) == 1
}

// retarder makes the first avis a paper that is posted late.
func (a *arret) retarder() {
	p := &a.prescriptions[0]
	p.electronique, p.tele = false, false
	p.envoyeLe = p.prescritLe + v.Jour(a.decalage)
	p.recuLe = p.envoyeLe + 3
}

// precedent is the sickness of the period that came before, when its form could
// come late too, and the caisse warn of it before this one begins.
func (a *arret) precedent() *arret {
	for _, x := range a.salarie.arrets {
		if x != a && x.fin() < a.debut && x.tardif() {
			return x
		}
	}
	return nil
}

// decalageBref is the delay of a form that comes late and before its stop ends.
const decalageBref = 5

// tardif: the first form can be late, and be read before its stop ends.
func (a *arret) tardif() bool {
	p := &a.prescriptions[0]
	return a.risque == "" && !p.hospi && !p.partiel && p.periode.Jours() > decalageBref+3
}

func apresUnAutre(a *arret) bool { return a.tardif() && a.precedent() != nil }

// retarderEncore makes the first form of two stops late: the first is warned of,
// the second reduced.
func (a *arret) retarderEncore() {
	for _, x := range []*arret{a.precedent(), a} {
		x.decalage = decalageBref
		x.retarder()
	}
}

// croiser adds a prescription that begins before the end of the first.
func (a *arret) croiser() {
	x := a.prescriptions[0]
	x.periode = v.P(x.periode.Au-3, x.periode.Au+6)
	x.nature, x.prescritLe, x.envoyeLe, x.recuLe = droit.Prolongation, x.periode.Du, x.periode.Du, x.periode.Du
	x.electronique, x.tele, x.hospi, x.prescripteur = true, false, false, droit.MedecinTraitant
	a.prescriptions = append(a.prescriptions, x)
}

// oublierSalaire makes the employer forget the person in the declaration of the
// month before the arrêt, and send no attestation.
func (a *arret) oublierSalaire() {
	a.attestation = false
	a.salarie.contrats[0].moisOmis = a.debut.DebutMois().AjouterMois(-1)
}

// quota is how many troubles there are for a rate.
func quota(pourMille, n int) int { return max(1, (pourMille*n+500)/1000) }

// troublerArrets gives the troubles out. Kinds that fit few arrêts choose first.
func troublerArrets(c *Config, arrets []*arret) {
	libres := slices.DeleteFunc(slices.Clone(arrets), func(a *arret) bool { return a.debut > c.fin()-margeTrouble || !a.ordinaire() })
	al := flux(c.Graine, "troubles", 0)
	al.Shuffle(len(libres), func(i, j int) { libres[i], libres[j] = libres[j], libres[i] })
	n := len(libres)
	candidats := map[Genre]int{}
	for i := range troublesArret {
		for _, a := range libres {
			if troublesArret[i].convient(a) {
				candidats[troublesArret[i].genre]++
			}
		}
	}
	ordre := slices.Clone(troublesArret)
	slices.SortStableFunc(ordre, func(x, y troubleArret) int { return candidats[x.genre] - candidats[y.genre] })
	for i := range ordre {
		t := &ordre[i]
		reste := quota(t.pourMille, n)
		for _, a := range libres {
			if reste == 0 {
				break
			}
			if a.trouble != "" || a.salarie.trouble != "" || !t.convient(a) {
				continue
			}
			a.trouble, a.salarie.trouble = t.genre, t.genre
			if t.preparer != nil {
				t.preparer(a)
			}
			reste--
		}
	}
}
