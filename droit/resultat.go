package droit

import v "accord/valeur"

// Resultat is what the law says of a case: a calendar, how it was reached, and
// what is missing. Arrets and activities are named by their index in the case.
// A Resultat may be reused: [Resultat.Vider] keeps its memory.
type Resultat struct {
	Droits      []Droit
	Bases       []Base
	Jours       []JourCalcule
	Periodes    []PeriodePayee
	Forfaits    []Forfait
	Differences []Difference
	Certain     Certain
	Manques     []Manque
	Avis        []Avis
	Retards     []Retard
	Explication []Etape
}

// Vider empties the result and keeps its memory.
func (r *Resultat) Vider() {
	*r = Resultat{
		Droits: r.Droits[:0], Bases: r.Bases[:0], Jours: r.Jours[:0], Periodes: r.Periodes[:0],
		Forfaits: r.Forfaits[:0], Differences: r.Differences[:0], Certain: Certain{Periodes: r.Certain.Periodes[:0]},
		Manques: r.Manques[:0], Avis: r.Avis[:0], Retards: r.Retards[:0], Explication: r.Explication[:0],
	}
}

// AjouterBase adds an empty base and returns it, reusing the memory of a base
// emptied before.
func (r *Resultat) AjouterBase() *Base {
	n := len(r.Bases)
	if n == cap(r.Bases) {
		r.Bases = append(r.Bases, Base{})
	} else {
		r.Bases = r.Bases[:n+1]
	}
	b := &r.Bases[n]
	*b = Base{Activites: b.Activites[:0], SalairesRetablis: b.SalairesRetablis[:0], SalairesRetenus: b.SalairesRetenus[:0], Annees: b.Annees[:0]}
	return b
}

// Aviser adds a warning, once.
func (r *Resultat) Aviser(code, phrase string) {
	for i := range r.Avis {
		if r.Avis[i].Code == code {
			return
		}
	}
	r.Avis = append(r.Avis, Avis{code, phrase})
}

// Manquer adds a missing datum, once.
func (r *Resultat) Manquer(m Manque) {
	for i := range r.Manques {
		if r.Manques[i] == m {
			return
		}
	}
	r.Manques = append(r.Manques, m)
}

// Sert reports whether a stop, named by its first arrêt, gives money or might: the
// figures of one all of whose days another benefit takes are owed to nobody. What is
// about no stop matters to all.
func (r *Resultat) Sert(chaine int) bool {
	cedes := false
	for i := range r.Jours {
		if j := &r.Jours[i]; j.Chaine == chaine {
			if j.Etat != NonCumul {
				return true
			}
			cedes = true
		}
	}
	return !cedes
}

// Recit returns the steps that matter to whoever reads how she is paid: those of a
// stop that gives nothing of its own say only which days another benefit takes.
func (r *Resultat) Recit() []Etape {
	var es []Etape
	for i := range r.Explication {
		if e := &r.Explication[i]; e.DeJours() || r.Sert(e.Chaine) {
			es = append(es, *e)
		}
	}
	return es
}

// Droit is the answer to «is the right open?» for one chain of arrêts.
type Droit struct {
	Arret, Activite int // first arrêt of the chain; activity line
	Ouvert          bool
	Regle           Regle
	Voie            string         // «150h_3_mois», «1015_smic_6_mois», «presume»…
	Apres6Mois      v.Option[bool] // does the right go on beyond the sixth month?
	DernierJour     v.Jour         // last payable day when it does not
	Fenetres        Fenetres
	Smic            v.Option[v.Centimes] // hourly SMIC used for the six-month threshold
	Salaire6Mois    v.Option[v.Centimes] // threshold: 1015 × SMIC
	Salaire12Mois   v.Option[v.Centimes] // threshold: 2030 × SMIC
	HeuresRetenues  v.Option[v.Centiemes]
	SalaireRetenu   v.Option[v.Centimes]
}

// Fenetres are the windows over which rights are tested (MAL-OUV-02).
type Fenetres struct {
	Mois3, Jours90, Mois6, Mois12, Jours365 v.Periode
}

// Base is the daily allowance of one chain and how it was reached.
type Base struct {
	Arret                     int
	Activites                 []int
	Reference                 string // «3_mois», «12_mois», «6_quinzaines», «12_semaines», «raam»…
	PlafondMensuel            v.Fraction
	SalairesRetablis          []v.Fraction // by month (or pay), all employers, before the cap
	SalairesRetenus           []v.Fraction // after the cap
	GainJournalier            v.Fraction
	SalaireJournalierPlafonne v.Option[v.Centimes]
	GainNet                   v.Option[v.Centimes]
	IJ                        v.Centimes
	IJ2                       v.Option[v.Centimes] // second rate, where the benefit has one
	RAAM                      v.Option[v.Centimes]
	SeuilNullite              v.Option[v.Centimes]
	Annees                    []int
}

// JourCalcule is one day of one activity line for one risk: the unit of the
// whole product.
type JourCalcule struct {
	Date            v.Jour
	Arret, Activite int // the arrêt that covers the day, or the one before it on an unprescribed day
	Chaine          int // first arrêt of the chain
	Lot             int // days that share one amount given for a period bear one number; 0: each day has its own amount
	Risque          Risque
	Etat            Etat
	IJ              v.Centimes // gross, this line's share
	Plein           v.Centimes // what the share would be without the reduction of a day that is paid for less; 0: not reduced
	Beneficiaire    Beneficiaire
	Regle           Regle
	Exonere         bool // not taxable (ALD): decided on the medical side, never shown to the employer
}

// PeriodePayee is the longest run of paid days of one chain, line, risk,
// amount, payee and tax status, cut at 1 January.
type PeriodePayee struct {
	Periode         v.Periode
	Arret, Activite int // the arrêt of its first day
	Chaine, Lot     int // as on its days
	Exonere         bool
	Risque          Risque
	Jours           int
	IJ              v.Option[v.Centimes] // unset where days carry unequal cents
	Prelevements
	Beneficiaire Beneficiaire
	Regle        Regle
}

// Prelevements goes from gross to net on one period (MAL-NET-01).
type Prelevements struct {
	Brut, CSG, CSGDeductible, CRDS, Imposable, PAS, Net v.Centimes
}

// Forfait is a lump sum.
type Forfait struct {
	Nature   string
	Le       v.Jour
	Montant  v.Centimes
	Activite int
	Regle    Regle
}

// Difference is owed minus paid over one period of one line.
type Difference struct {
	Periode          v.Periode
	Activite         int
	Risque           Risque
	Du, Verse, Ecart v.Centimes // gross
}

// Certain is what is due under every hypothesis still open.
type Certain struct {
	Jours    int
	Brut     v.Centimes
	Periodes []PeriodeCertaine
}

// PeriodeCertaine is a run of days that are certain for the same amount.
type PeriodeCertaine struct {
	Periode  v.Periode
	Activite int
	IJ       v.Centimes
}

// ManqueParametre is the code of what is missing when a value of the law is not known:
// the days that need it wait for the caisse.
const ManqueParametre = "PARAMETRE_MANQUANT"

// Manque is a precise question: what is missing, who can answer, and which
// days hang on it.
type Manque struct {
	Code     string
	AupresDe string // «employeur:SIRET», «assure», «caisse», «prescripteur»
	Pour     v.Periode
	Phrase   string
}

// Retard is a form sent late that reduces nothing: the caisse warns the insured
// of it, and of what another one would cost (D.323-2).
type Retard struct{ Debut, PrescritLe, EnvoyeLe v.Jour }

// Avis is a warning that does not change the calendar by itself: an uncertain
// reading taken by default, a right presumed open, a value out of the usual.
type Avis struct{ Code, Phrase string }
