package sepa

import (
	"fmt"
	"strings"
)

// Anomalie is one reason why a batch or a file must not leave. It is an error.
type Anomalie struct {
	Ligne   int    // line of the file from 1; 0 for a batch not yet written
	Ordre   int    // rank of the transfer from 1; 0 when the whole is concerned
	Chemin  string // elements of the message from CstmrCdtTrfInitn down
	Message string // in French; never shows a NIR or a whole account number
}

// Error gives the place, then the reason.
func (a Anomalie) Error() string {
	var b strings.Builder
	if a.Ligne > 0 {
		fmt.Fprintf(&b, "ligne %d, ", a.Ligne)
	}
	if a.Ordre > 0 {
		fmt.Fprintf(&b, "virement %d, ", a.Ordre)
	}
	b.WriteString(a.Chemin + " : " + a.Message)
	return b.String()
}

// Refus is the error of a batch or a file that breaks at least one rule. It
// holds every anomaly found, in the order of the file.
type Refus []Anomalie

// Error lists the anomalies, one a line, and counts those after the twentieth.
func (r Refus) Error() string {
	const max = 20
	var b strings.Builder
	b.WriteString("lot SEPA refusé :")
	for i, a := range r {
		if i == max {
			fmt.Fprintf(&b, "\n… et %d autres anomalies", len(r)-max)
			break
		}
		b.WriteString("\n" + a.Error())
	}
	return b.String()
}
