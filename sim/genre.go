package sim

// Genre names a kind of trouble.
type Genre string

const (
	AvisTardif              Genre = "avis tardif"
	AvisEncoreTardif        Genre = "second avis tardif"
	SignalementTardif       Genre = "signalement tardif"
	FichierRedonne          Genre = "fichier reçu deux fois"
	AvisRedonne             Genre = "avis reçu deux fois, dans deux fichiers"
	SignalementRemplace     Genre = "signalement annulé et remplacé"
	AttestationRectifiee    Genre = "attestation rectifiée"
	SalaireContradictoire   Genre = "salaires contradictoires"
	DernierJourPrescrit     Genre = "dernier jour travaillé dans la prescription"
	PrescriptionsCroisees   Genre = "prescriptions qui se chevauchent"
	SansAvis                Genre = "sans avis d'arrêt"
	SansSignalement         Genre = "sans signalement"
	SansSalaire             Genre = "sans salaire"
	SansRIB                 Genre = "sans coordonnées bancaires"
	LignesIllisibles        Genre = "lignes illisibles"
	CleNIRFausse            Genre = "clé du NIR fausse"
	IBANFaux                Genre = "IBAN faux"
	DateImpossible          Genre = "date impossible"
	FichierEssai            Genre = "fichier d'essai"
	DeclarationTardive      Genre = "DSN tardive"
	DeclarationRemplacee    Genre = "DSN annulée et remplacée"
	DeclarationSansPersonne Genre = "DSN remplacée sans quelqu'un"
	FichierTronque          Genre = "fichier tronqué"
	NumeroTemporaire        Genre = "numéro technique temporaire"
	AutreRegime             Genre = "autre régime"
	NumeroEtranger          Genre = "numéro étranger"
)
