package maladie

import (
	"accord/droit"
	v "accord/valeur"
)

// cause is why a day is what it is. Each gives a state and a rule.
type cause uint8

const (
	sansCause        cause = iota // nothing decided yet
	pasEncoreArrete               // prescribed, but work went on
	parametreInconnu              // a parameter is not known
	refuseParAgent
	formulaireRejete
	droitRefuse // the rule is that of the chain's right
	droitIncertain
	congeParental
	sixMoisPasses
	sixMoisIncertains
	autreIndemnite
	excluTNS
	travailRepris
	activiteInterdite
	nonPrescrit
	teleconsultation
	tropLong
	prescripteurSansTitre
	suspension
	avisMedical
	sansControle
	attenteCarence
	horsDelai
	baseNulle // the rule is that of the régime
	baseInconnue
	retraite60
	liberal87
	ald3Ans
	max360
	tptSansArret
	tptEpuise
	paye
	payeTPT
	payeTPTTNS
	payeMoitie
	payeProvisoire // an accident at work is not yet recognised
	payePlafonne   // other stops of the day take a part of what one person may be served
)

// causes gives the state and the rule of each cause; an empty rule is that of
// the chain.
var causes = [...]struct {
	etat  droit.Etat
	regle droit.Regle
}{
	pasEncoreArrete:       {droit.Travaille, rCarence},
	parametreInconnu:      {droit.Attente, rIndemnite},
	refuseParAgent:        {droit.Refuse, rIncapacite},
	formulaireRejete:      {droit.Attente, rFormulaire},
	droitRefuse:           {droit.Refuse, ""},
	droitIncertain:        {droit.Attente, ""},
	congeParental:         {droit.Refuse, rParental},
	sixMoisPasses:         {droit.Refuse, rApresSixMois},
	sixMoisIncertains:     {droit.Attente, rApresSixMois},
	autreIndemnite:        {droit.NonCumul, rCumul},
	excluTNS:              {droit.NonCumul, rDroitTNS},
	travailRepris:         {droit.Travaille, rIncapacite},
	activiteInterdite:     {droit.Travaille, rActivite},
	nonPrescrit:           {droit.NonPrescrit, rEcart},
	teleconsultation:      {droit.NonPrescrit, rTeleconsult},
	tropLong:              {droit.Refuse, rDuree},
	prescripteurSansTitre: {droit.Refuse, rPrescripteur},
	suspension:            {droit.Suspendu, rSuspension},
	avisMedical:           {droit.Attente, rAvisAttendu},
	sansControle:          {droit.Refuse, rControle},
	attenteCarence:        {droit.Carence, rCarence},
	horsDelai:             {droit.Refuse, rForclusion},
	baseNulle:             {droit.Refuse, ""},
	baseInconnue:          {droit.Attente, ""},
	retraite60:            {droit.Epuise, rRetraite},
	liberal87:             {droit.Epuise, rDureePL},
	ald3Ans:               {droit.Epuise, rALD},
	max360:                {droit.Epuise, rMax360},
	tptSansArret:          {droit.Refuse, rTPTTNS},
	tptEpuise:             {droit.Epuise, rTPTTNS},
	paye:                  {droit.Paye, ""},
	payeTPT:               {droit.Paye, rTPT},
	payeTPTTNS:            {droit.Paye, rTPTTNS},
	payeMoitie:            {droit.Paye, rEnvoiTardif},
	payeProvisoire:        {droit.Paye, rProvisoire},
	payePlafonne:          {droit.Paye, rPlafondIJ},
}

// verdict is what the law says of one day of one line, before shares and payee.
type verdict struct {
	cause cause
	ij    v.Centimes // of the whole chain
	plein v.Centimes // the same before a reduction, 0 when there is none
}

// regleDe returns the rule of a cause in a chain.
func (ch *chaine) regleDe(x cause) droit.Regle {
	if r := causes[x].regle; r != "" {
		return r
	}
	switch x {
	case droitRefuse, droitIncertain:
		return ch.droit.regle
	case paye:
		return ch.regleIJ
	}
	if ch.regime != salaries {
		return rIndemniteTNS
	}
	return rBaseNulle
}
